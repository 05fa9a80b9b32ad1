"""What a process may use: set before anything heavy is loaded, so that a runaway document ends it and no other."""

import resource

MB = 1024**2


def saet_graenser(*, hukommelse: int, sekunder: int) -> None:
    """Bound this process's memory in bytes and its CPU time in seconds."""
    resource.setrlimit(resource.RLIMIT_AS, (hukommelse, hukommelse))
    resource.setrlimit(resource.RLIMIT_CPU, (sekunder, sekunder))
