"""kztimeline builds a sourced chronology from news articles."""
