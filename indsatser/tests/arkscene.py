"""A data sheet in tests: fetched, changed cell by cell as people do it in a spreadsheet, and sent back."""

import io

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

MOTOR = "django.contrib.auth.backends.ModelBackend"


class Regneark:
    """The sheet as it was fetched; `raekke` finds a row by its title."""

    def __init__(self, client, aftale):
        self.client, self.aftale = client, aftale
        adresse = reverse("indsatser:regneark-aftale", args=[aftale.slug, "xlsx"])
        self.bog = openpyxl.load_workbook(io.BytesIO(client.get(adresse, {"opstilling": "data"}).content))
        self.ark = self.bog.active

    @property
    def hoved(self):
        return [celle.value for celle in self.ark[1]]

    def saet(self, titel, **vaerdier):
        """`saet("Titel", **{"2021": "X"})` writes in the row with that title."""
        hoved = [str(navn) for navn in self.hoved]
        plads = hoved.index("Indsats")
        raekke = next(raekke for raekke in self.ark.iter_rows(min_row=2) if raekke[plads].value == titel)
        for navn, vaerdi in vaerdier.items():
            raekke[hoved.index(navn)].value = vaerdi

    def tilfoej(self, **vaerdier):
        self.ark.append([vaerdier.get(str(navn)) for navn in self.hoved])

    @property
    def indhold(self):
        ud = io.BytesIO()
        self.bog.save(ud)
        return ud.getvalue()

    def send(self, navn="rettet.xlsx", indhold=None):
        """Send it back and return the answer: the proposal, or the form with what is wrong."""
        fil = SimpleUploadedFile(navn, self.indhold if indhold is None else indhold)
        return send(self.client, self.aftale, fil)


def send(client, aftale, fil):
    return client.post(reverse("indsatser:regneark", args=[aftale.slug]), {"fil": fil}, follow=True)


def arter(svar):
    """Each row of the proposal as (number, kind)."""
    return [(linje.nummer, linje.art) for linje in svar.context["forslag"].linjer]


def gem(client, svar, *numre, **felter):
    """Save the rows of these numbers, or all that are chosen from the start."""
    linjer = svar.context["forslag"].linjer
    valgte = [linje for linje in linjer if (linje.nummer in numre if numre else linje.art in ("ny", "aendret"))]
    return client.post(svar.request["PATH_INFO"], {"valg": [linje.valg for linje in valgte], **felter}, follow=True)


def linje(svar, nummer):
    """The row of the proposal with that number."""
    return next(et for et in svar.context["forslag"].linjer if et.nummer == nummer)


def forskelle(svar, nummer):
    """What that row would change, as (column, now, new)."""
    return [(f.felt, f.nu, f.nyt) for f in linje(svar, nummer).forskelle]
