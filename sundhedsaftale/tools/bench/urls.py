"""The portal's addresses and, beside them, the floor: a view that does nothing."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path


def tom(request: HttpRequest) -> HttpResponse:
    return HttpResponse()


urlpatterns = [path("tom/", tom), path("", include("sundhedsaftale.urls"))]
