"""A meeting plan in a spreadsheet, sent and agreed to in tests."""

import io
from datetime import date, datetime
from zoneinfo import ZoneInfo

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

DK = ZoneInfo("Europe/Copenhagen")
MARTS = date(2027, 3, 16)


def kl(dag, time, minut=0):
    return datetime(dag.year, dag.month, dag.day, time, minut, tzinfo=DK)


def csv(*linjer, overskrift="Organ;Dato;Fra;Til;Sted;Slags", kodning="utf-8"):
    return SimpleUploadedFile("plan.csv", "\r\n".join([overskrift, *linjer]).encode(kodning))


def xlsx(*raekker):
    bog = openpyxl.Workbook()
    for raekke in raekker:
        bog.active.append(raekke)
    fil = io.BytesIO()
    bog.save(fil)
    return SimpleUploadedFile("plan.xlsx", fil.getvalue())


def send(client, fil):
    return client.post(reverse("organisering:moedeimport"), {"fil": fil})


def bekraeft(client, svar):
    return client.post(reverse("organisering:moedeimport"), {"plan": svar.context["plan"]}, follow=True)


def linjer(svar):
    return [(linje.nummer, linje.art, linje.fejl) for linje in svar.context["forslag"].linjer]
