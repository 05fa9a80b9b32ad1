"""What can go wrong in a way that a user is told about."""

from django.db import models


class Regelbrud(Exception):  # noqa: N818 - a domain word
    """An act that may not happen; `str()` is a Danish sentence a user may read."""


class Versionskonflikt(Exception):  # noqa: N818 - a domain word
    """The row was saved by someone else after `objekt` was read, or it is gone."""

    def __init__(self, objekt: models.Model) -> None:
        super().__init__("En anden har gemt ændringer, siden du åbnede siden.")
        self.objekt = objekt
