import Testing

/// Expects a value as near to another as `places` decimals show.
func expect(
    _ value: Double, is expected: Double, places: Int = 4, _ place: SourceLocation = #_sourceLocation
) {
    var unit = 1.0
    for _ in 0..<places { unit /= 10 }
    #expect(abs(value - expected) <= unit * 0.500_001, "\(value) is not \(expected)", sourceLocation: place)
}

/// Expects a value within a relative error.
func expect(
    _ value: Double, is expected: Double, relative: Double, _ place: SourceLocation = #_sourceLocation
) {
    #expect(
        abs(value - expected) <= relative * max(abs(expected), 1e-300), "\(value) is not \(expected)",
        sourceLocation: place)
}
