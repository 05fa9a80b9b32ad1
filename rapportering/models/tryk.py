from typing import ClassVar

from django.db import models

from sundhedsaftale.faelles.job import Job


def trykfil(tryk: "Tryk", navn: str) -> str:
    """Where a file of the document lies: in a folder of its own, one file for each attempt."""
    return f"{tryk.mappe}/{navn}"


class Tryk(Job):
    """Abstract: a document on its way to paper: job, frozen snapshot, HTML and PDF.

    A concrete model says which folder its files lie in, and which task hears its bell.
    """

    MAPPE: ClassVar[str]
    OPGAVE: ClassVar[str]

    snapshot = models.JSONField("datagrundlag")
    sha256 = models.CharField("datagrundlagets SHA-256", max_length=64)
    html = models.TextField("HTML", blank=True)
    pdf = models.FileField("PDF", upload_to=trykfil, blank=True)
    sider = models.PositiveIntegerField("sider", null=True, blank=True)

    class Meta(Job.Meta):
        abstract = True

    @property
    def mappe(self) -> str:
        return f"{self.MAPPE}/{self.uuid}"

    @property
    def har_fil(self) -> bool:
        """Whether there is a finished file, on the row and on the disk."""
        navn = self.pdf.name
        return bool(navn) and self.pdf.storage.exists(str(navn))
