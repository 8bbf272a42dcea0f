"""Who is in a text: people and organisations in German, English and Japanese, without a network."""
