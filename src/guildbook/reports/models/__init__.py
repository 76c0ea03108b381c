"""Reports: pages written with figures, published with what stood behind them."""
