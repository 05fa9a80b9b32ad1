"""From HTML to an accessible PDF; runs as a process of its own and knows nothing of Django."""
