"""The bell as the workers hear it."""

import redis


def antal_ringninger(broker: str) -> int:
    """How many messages wait for a worker."""
    return redis.Redis.from_url(broker).llen("celery")  # type: ignore[return-value]
