"""Evaluates one query in a process of its own, which can be ended.

Oxigraph can neither be stopped nor survive every query. So a query with a time limit goes to
a fresh process, with a cap on its memory, that opens a checkpoint read-only, and is killed
when its time is over. It asks and answers in JSON on its standard input and output.
"""

import json
import resource
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path

from pyoxigraph import Store

from kg.errors import BadQuery, QueryTimeout, SetupError
from kg.model import Answer
from kg.store.guard import checked
from kg.store.sparql import answer

MOST_MEMORY = 4 * 1024**3
"""Bytes of address space that the process may take."""


def answer_within(
    seconds: float, quads: Path, text: str, bindings: Mapping[str, str] | None = None
) -> Answer:
    """Evaluate a query on the checkpoint ``quads`` for at most ``seconds`` of wall time.

    Raises:
        BadQuery: It does not parse, is not allowed, or broke the engine.
        QueryTimeout: Its time was over.
    """
    checked(text)
    task = {"quads": str(quads), "text": text, "bindings": dict(bindings or {})}
    try:
        done = subprocess.run(  # noqa: S603 - this interpreter, this module
            [sys.executable, "-m", __name__],
            input=json.dumps(task).encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise QueryTimeout(
            f"the query was stopped after {seconds:g} s; make it narrower"
        ) from error
    if done.returncode < 0:
        raise BadQuery("the query broke the engine, which ran out of memory or of depth")
    if done.returncode:
        raise SetupError(f"the process for queries failed: {done.stderr.decode()[-300:]}")
    told = json.loads(done.stdout)
    if "refused" in told:
        raise BadQuery(told["refused"])
    return Answer(
        columns=tuple(told["columns"]),
        rows=tuple(tuple(row) for row in told["rows"]),
        truth=told["truth"],
        triples=None if told["triples"] is None else tuple(told["triples"]),
    )


def main() -> None:
    """Answer the one task on standard input."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    task = json.load(sys.stdin)
    try:
        found = answer(Store.read_only(task["quads"]), task["text"], task["bindings"])
    except BadQuery as error:
        json.dump({"refused": str(error)}, sys.stdout)
    else:
        json.dump(asdict(found), sys.stdout)


if __name__ == "__main__":
    main()
