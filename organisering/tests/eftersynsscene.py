"""What the check-up is asked in its tests."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from organisering.models import Moede
from organisering.queries.eftersyn import laes_eftersyn
from organisering.tests.factories import MoedeFactory

DAG = date(2021, 6, 1)


def kl(dag, time=10):
    return datetime(dag.year, dag.month, dag.day, time, tzinfo=ZoneInfo("Europe/Copenhagen"))


def veje(region, dag=DAG):
    """Where each finding says that it is mended."""
    return [et.url for et in laes_eftersyn([region.pk], dag=dag)]


def fund(region, dag=DAG):
    return [(et.type, et.om, et.saetning) for et in laes_eftersyn([region.pk], dag=dag)]


def dialogmoede(gruppe, enhed, dag, **felter):
    MoedeFactory(organ=gruppe, slags=Moede.Slags.DIALOGMOEDE, starter=kl(dag), **felter).gem_med(med=[enhed])
