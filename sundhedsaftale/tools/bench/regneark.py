"""The data sheet of a portfolio: fetched, and read back with a change in every row, as the secretariat does it."""

import io
import re
from collections.abc import Sequence
from time import perf_counter
from typing import TypedDict

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sundhedsaftale.tools.bench.data import find_aftale
from sundhedsaftale.tools.bench.gitter import sekretariat


class Regnearklinje(TypedDict):
    """Seconds of each step, for a sheet of so many rows."""

    raekker: int
    kilobyte: float
    hent: float
    forslag: float
    gem: float


def main(argumenter: Sequence[str]) -> Regnearklinje:
    """Measure the agreement of this name once; every row gets another phase and an X turned over."""
    (navn,) = argumenter
    aftale = find_aftale(navn)
    client = Client()
    client.force_login(sekretariat(aftale), backend="django.contrib.auth.backends.ModelBackend")
    adresse = reverse("indsatser:regneark-aftale", args=[aftale.slug, "xlsx"])
    start = perf_counter()
    ark = client.get(adresse, {"opstilling": "data"}).content
    hent = perf_counter() - start
    fil = SimpleUploadedFile("rettet.xlsx", _ret(ark))
    start = perf_counter()
    svar = client.post(reverse("indsatser:regneark", args=[aftale.slug]), {"fil": fil}, follow=True)
    forslag = perf_counter() - start
    valg = re.findall(r'name="valg" value="([^"]+)"', svar.content.decode())
    if not valg:
        raise RuntimeError("Arket ændrer intet.")
    start = perf_counter()
    gemt = client.post(svar.redirect_chain[-1][0], {"valg": valg})
    if gemt.status_code != 302:
        raise RuntimeError(f"Gemt med {gemt.status_code}.")
    return Regnearklinje(
        raekker=len(valg), kilobyte=len(ark) / 1000, hent=hent, forslag=forslag, gem=perf_counter() - start
    )


def _ret(ark: bytes) -> bytes:
    bog = openpyxl.load_workbook(io.BytesIO(ark))
    for raekke in bog.active.iter_rows(min_row=2, min_col=3, max_col=6):
        raekke[0].value = "I drift"
        raekke[3].value = None if raekke[3].value else "X"
    ud = io.BytesIO()
    bog.save(ud)
    return ud.getvalue()
