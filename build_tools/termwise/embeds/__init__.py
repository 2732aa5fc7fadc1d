"""What other sites can embed: a module for each kind of embed."""

from termwise.embeds.calculator import calculator_embeds
from termwise.embeds.card import card_embeds
from termwise.embeds.document import EmbedProducer
from termwise.embeds.table import table_embeds

EMBEDS: tuple[EmbedProducer, ...] = (table_embeds, card_embeds, calculator_embeds)
