"""What is wrong with a decision, before it is known where that stands in a file."""

from dataclasses import dataclass

from termwise.model.problem import FieldPath, Severity


@dataclass(frozen=True)
class Fault:
    """A fault at a field's path within the decision."""

    path: FieldPath
    code: str
    fault: str
    remedy: str = ""
    severity: Severity = "error"

    @property
    def field(self) -> str:
        """The path as authors write it."""
        return ".".join(str(part) for part in self.path)
