extension Matrix {
    /// Covariances of the columns (n − 1); undefined for fewer than 2 rows.
    func covariance() throws(Undefined) -> Matrix {
        try Check.atLeast(2, rows)
        var centred = self
        for column in 0..<columns {
            let mean = try Moments(self.column(column)).mean
            for row in 0..<rows { centred[row, column] -= mean }
        }
        var result = Matrix(repeating: 0, rows: columns, columns: columns)
        for row in 0..<rows {
            for first in 0..<columns {
                for second in 0...first { result[first, second] += centred[row, first] * centred[row, second] }
            }
        }
        for first in 0..<columns {
            for second in 0...first {
                result[first, second] /= Double(rows - 1)
                result[second, first] = result[first, second]
            }
        }
        return result
    }

    /// Pearson's correlations of the columns; undefined where a column is constant.
    public func correlation() throws(Undefined) -> Matrix {
        for column in 0..<columns where try !Moments(self.column(column)).varies { throw .constant(column: column) }
        return try covariance().scaledToCorrelation()
    }

    /// Covariances divided by both deviations, with ones on the diagonal.
    func scaledToCorrelation() throws(Undefined) -> Matrix {
        var result = self
        let deviations = (0..<rows).map { self[$0, $0].squareRoot() }
        for first in 0..<rows {
            guard deviations[first] > 0 else { throw .constant(column: first) }
            for second in 0..<columns {
                result[first, second] =
                    first == second ? 1 : self[first, second] / deviations[first] / deviations[second]
            }
        }
        return result
    }
}
