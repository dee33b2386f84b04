"""Keeps answers in a folder, so that the same question is paid for once."""

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from kg.errors import BadSettings
from kg.extract.llm.prompt import VERSION


@dataclass(frozen=True, slots=True)
class AnswerCache:
    """The answers of one model, one JSON file each, found by what was asked.

    They are kept as they came and checked each time they are read, like fresh ones.

    Attributes:
        folder: Where they lie; None to keep none.
        model: Whose answers they are.
    """

    folder: Path | None
    model: str

    def get(self, window: str) -> str | None:
        """The answer about ``window``; None if there is none, or none that can be read."""
        if not self.folder:
            return None
        try:
            record = json.loads(self._path(self.folder, window).read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return None
        answer = record.get("answer") if isinstance(record, dict) else None
        return answer if isinstance(answer, str) else None

    def put(self, window: str, answer: str) -> None:
        """Keep an answer; whoever reads at the same time sees all of it or nothing.

        Raises:
            BadSettings: The folder cannot be written.
        """
        if not self.folder:
            return
        record = {"model": self.model, "prompt": VERSION, "answer": answer}
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(
                "w", encoding="utf-8", dir=self.folder, suffix=".part", delete=False
            ) as part:
                json.dump(record, part)
            Path(part.name).replace(self._path(self.folder, window))
        except OSError as error:
            raise BadSettings(
                f"KG_LLM_CACHE: nothing can be kept in {self.folder}: {error.strerror}; "
                "name another folder, or none"
            ) from error

    def _path(self, folder: Path, window: str) -> Path:
        asked = f"{self.model}\0{VERSION}\0{window}"
        return folder / f"{sha256(asked.encode()).hexdigest()}.json"
