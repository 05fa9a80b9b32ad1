"""Real connections that act at the same moment. On SQLite the test database is a file."""

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection

from sundhedsaftale.faelles.fejl import Regelbrud, Versionskonflikt

Handling = Callable[[], Any] | tuple[Callable[[], Any], Callable[[Any], Any]]


def kap(*handlinger: Handling, afvist: Callable[[Regelbrud], str] = lambda brud: "afvist") -> list[str]:
    """Let each act run in a thread with its own connection, all from the same moment; return how each ended, sorted.

    An act is a function, or a pair: what it reads before the start, and what it does with what it read. It ends as the
    text it returns, else as "gemt"; as "konflikt"; or as `afvist` names the rule it broke. No thread may be left.
    """
    klar = threading.Barrier(len(handlinger), timeout=30)
    svar = [""] * len(handlinger)

    def loeb(nummer: int) -> None:
        handling = handlinger[nummer]
        try:
            laest = [handling[0]()] if isinstance(handling, tuple) else []
            klar.wait()
            try:
                udfald = (handling[1] if isinstance(handling, tuple) else handling)(*laest)
                svar[nummer] = udfald if isinstance(udfald, str) else "gemt"
            except Versionskonflikt:
                svar[nummer] = "konflikt"
            except Regelbrud as brud:
                svar[nummer] = afvist(brud)
        finally:
            connection.close()

    traade = [threading.Thread(target=loeb, args=[nummer], daemon=True) for nummer in range(len(handlinger))]
    for traad in traade:
        traad.start()
    for traad in traade:
        traad.join(timeout=60)
    assert not any(traad.is_alive() for traad in traade), "an act never ended"
    return sorted(svar)
