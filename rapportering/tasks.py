"""Doorbells: the row is the job."""

from celery import shared_task

from rapportering.domain.afrapportering_dan import dan_afrapportering
from rapportering.domain.moedetryk_dan import dan_moedetryk
from rapportering.domain.tryk import fej
from rapportering.models import Afrapportering, Moedetryk


@shared_task(name=Afrapportering.OPGAVE)
def dan(pk: int) -> None:
    dan_afrapportering(pk)


@shared_task(name=Moedetryk.OPGAVE)
def dan_moede(pk: int) -> None:
    dan_moedetryk(pk)


@shared_task(name="rapportering.tasks.fej_op")
def fej_op() -> None:
    fej(Afrapportering)
    fej(Moedetryk)
