"""The words of a sentence: tokens with part of speech, noun phrases, quotation marks."""
