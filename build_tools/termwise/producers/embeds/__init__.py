"""What other sites can embed: a module for each kind of embed."""

from termwise.producers.embeds.calculator import calculator_embeds
from termwise.producers.embeds.card import card_embeds
from termwise.producers.embeds.document import EmbedProducer
from termwise.producers.embeds.table import table_embeds

EMBEDS: tuple[EmbedProducer, ...] = (table_embeds, card_embeds, calculator_embeds)
