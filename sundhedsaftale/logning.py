"""Logging: one line per event to stderr, JSON in production; never the body of a request."""

from typing import Any

import structlog

FAELLES: list[Any] = [
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
]
# Plain tracebacks only: the pretty ones print local variables, and so what people typed.
TIL_MASKINER: list[Any] = [
    structlog.processors.format_exc_info,
    structlog.processors.JSONRenderer(ensure_ascii=False),
]
TIL_MENNESKER: list[Any] = [
    structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
]


def logning(slutning: list[Any]) -> dict[str, Any]:
    """Return Django's LOGGING, ending in one of the two lists above."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "linje": {
                "()": "structlog.stdlib.ProcessorFormatter",
                "foreign_pre_chain": FAELLES,
                "processors": [structlog.stdlib.ProcessorFormatter.remove_processors_meta, *slutning],
            }
        },
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "linje"}},
        "root": {"handlers": ["stderr"], "level": "INFO"},
        "loggers": {
            "django": {"handlers": [], "level": "INFO", "propagate": True},
            # A page that is not found is no event, and its address may hold anything.
            "django.request": {"handlers": [], "level": "ERROR", "propagate": True},
            "django.server": {"handlers": [], "level": "INFO", "propagate": True},
            "fontTools": {"level": "WARNING"},
            "weasyprint": {"level": "ERROR"},
        },
    }


def start_structlog() -> None:
    """Send structlog's own events down the same road as the standard library's."""
    structlog.configure(
        processors=[*FAELLES, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=True,
    )
