"""A worker that dies in the middle, for real: broker, worker and beat run as processes."""

import json

import pytest

from sundhedsaftale.tools.testportal import Portal

RAPPORT = """
from organisering.models import Aftale, Bruger
from rapportering.domain.afrapportering import bestil_afrapportering
from rapportering.models import Afrapportering, Rapporttype

tryk = bestil_afrapportering(
    Rapporttype.objects.get(slug="aarlig-status"),
    Aftale.objects.get(slug="sundhedsaftalen-2019-2023"),
    2021,
    bruger=Bruger.objects.get(email="sekretariat@demo.example"),
)
"""

MOEDE = """
from django.utils import timezone
from organisering.models import Bruger, Dagsordenspunkt, Moede, Organ
from rapportering.domain.moedetryk import bestil_moedetryk
from rapportering.queries.moedetryk import INTERN_DAGSORDEN

moede = Moede.objects.create(organ=Organ.objects.first(), starter=timezone.now(), tilstand="dagsorden_udsendt")
for nr in range(40):
    Dagsordenspunkt.objects.create(
        moede=moede, raekkefoelge=nr, nummer=str(nr + 1), titel="Et emne", sagsfremstilling="Et ord. " * 2000
    )
tryk = bestil_moedetryk(
    moede, "dagsorden", INTERN_DAGSORDEN, bruger=Bruger.objects.get(email="sekretariat@demo.example")
)
"""

VENT_PAA_TRYK = """
import time
while tryk.er_i_gang and tryk.fremdrift < 50:
    time.sleep(0.05)
    tryk.refresh_from_db(fields=["fremdrift", "tilstand"])
print(tryk._meta.label, tryk.pk)
"""

VENT_PAA_FIL = """
import json, time
from django.apps import apps
from django.core.files.storage import default_storage

tryk = apps.get_model("{model}").objects.get(pk={pk})
while tryk.er_i_gang:
    time.sleep(0.5)
    tryk.refresh_from_db()
filer = default_storage.listdir(tryk.mappe)[1]
print(json.dumps([tryk.tilstand, tryk.forsoeg, filer, tryk.pdf.name, tryk.pdf.read(5).decode()]))
"""


@pytest.mark.parametrize("bestil", [RAPPORT, MOEDE], ids=["afrapportering", "moedetryk"])
def test_document_whose_worker_is_killed_while_it_prints_still_ends_as_one_file(portal: Portal, bestil):
    model, pk = portal.manage("shell", "-v0", "-c", bestil + VENT_PAA_TRYK).split()
    portal.draeb_worker()
    portal.start_worker()

    svar = portal.manage("shell", "-v0", "-c", VENT_PAA_FIL.format(model=model, pk=pk))

    tilstand, forsoeg, filer, navn, begyndelse = json.loads(svar)
    assert (tilstand, forsoeg, begyndelse) == ("faerdig", 2, "%PDF-")
    assert [navn.endswith(fil) for fil in filer] == [True]
