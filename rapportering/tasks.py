"""Doorbells: the row is the job."""

from celery import shared_task

from rapportering.domain.afrapportering import fej_afrapporteringer
from rapportering.domain.afrapportering_dan import dan_afrapportering


@shared_task(name="rapportering.tasks.dan")
def dan(pk: int) -> None:
    dan_afrapportering(pk)


@shared_task(name="rapportering.tasks.fej_op")
def fej_op() -> None:
    fej_afrapporteringer()
