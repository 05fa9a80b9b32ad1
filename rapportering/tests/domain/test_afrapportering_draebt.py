"""A worker that dies in the middle, for real: broker, worker and beat run as processes."""

import json

from sundhedsaftale.tools.testportal import Portal

BESTIL = """
import time
from organisering.models import Aftale, Bruger
from rapportering.domain.afrapportering import bestil_afrapportering
from rapportering.models import Afrapportering, Rapporttype

rapport = bestil_afrapportering(
    Rapporttype.objects.get(slug="aarlig-status"),
    Aftale.objects.get(slug="sundhedsaftalen-2019-2023"),
    2021,
    bruger=Bruger.objects.get(email="sekretariat@demo.example"),
)
while rapport.er_i_gang and rapport.fremdrift < 50:
    time.sleep(0.05)
    rapport.refresh_from_db(fields=["fremdrift", "tilstand"])
print(rapport.pk)
"""

VENT = """
import json, time
from django.core.files.storage import default_storage
from rapportering.models import Afrapportering

rapport = Afrapportering.objects.get(pk={pk})
while rapport.er_i_gang:
    time.sleep(0.5)
    rapport.refresh_from_db()
filer = default_storage.listdir(f"afrapporteringer/{{rapport.uuid}}")[1]
print(json.dumps([rapport.tilstand, rapport.forsoeg, filer, rapport.pdf.name, rapport.pdf.read(5).decode()]))
"""


def test_report_whose_worker_is_killed_while_it_prints_still_ends_as_one_file(portal: Portal):
    pk = int(portal.manage("shell", "-v0", "-c", BESTIL))
    portal.draeb_worker()
    portal.start_worker()

    tilstand, forsoeg, filer, navn, begyndelse = json.loads(portal.manage("shell", "-v0", "-c", VENT.format(pk=pk)))

    assert (tilstand, forsoeg, begyndelse) == ("faerdig", 2, "%PDF-")
    assert [navn.endswith(fil) for fil in filer] == [True]
