"""YAML tags of MkDocs' configuration that mean something to others: kept, and written again."""

from dataclasses import dataclass

import yaml


@dataclass(frozen=True)
class Tagged:
    """A YAML value under a tag that only MkDocs or its theme understands, kept as it is."""

    tag: str
    value: object


class ConfigLoader(yaml.SafeLoader):
    """Reads the configuration: keeps tags as they are, and runs nothing."""


class ConfigDumper(yaml.SafeDumper):
    """Writes what `ConfigLoader` read."""


def _keep_tag(loader: yaml.SafeLoader, _suffix: str, node: yaml.Node) -> Tagged:
    if isinstance(node, yaml.MappingNode):
        return Tagged(node.tag, loader.construct_mapping(node, deep=True))
    if isinstance(node, yaml.SequenceNode):
        return Tagged(node.tag, loader.construct_sequence(node, deep=True))
    return Tagged(node.tag, str(node.value))


def _write_tag(dumper: yaml.SafeDumper, tagged: Tagged) -> yaml.Node:
    if isinstance(tagged.value, dict):
        return dumper.represent_mapping(tagged.tag, tagged.value)
    if isinstance(tagged.value, list):
        return dumper.represent_sequence(tagged.tag, tagged.value)
    return dumper.represent_scalar(tagged.tag, str(tagged.value))


ConfigLoader.add_multi_constructor("!", _keep_tag)
ConfigLoader.add_multi_constructor("tag:yaml.org,2002:python/", _keep_tag)
ConfigDumper.add_representer(Tagged, _write_tag)
