"""`{% load beloeb %}`: amounts in mio. kr."""

from django import template

from indsatser.queries.pulje import mio, mio_tal

register = template.Library()
register.filter("mio", mio)
register.filter("mio_tal", mio_tal)
