"""The values that flow between the rooms: stdlib and numpy only."""
