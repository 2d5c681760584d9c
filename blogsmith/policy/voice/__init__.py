"""The first-person reader: who is speaking in a text, one language a file. Measured; see `benchmarks/voice.py`."""
