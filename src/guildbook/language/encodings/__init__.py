"""Which legacy encoding bytes are in: how plausible each decoding reads, and tables Python's codecs lack."""
