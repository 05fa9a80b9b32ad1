"""The tables in `fixtures/` read through the models; what each one says and leaves open stands in `docs/sources.md`."""
