/// The root of a symmetric positive definite matrix: A = L·Lᵀ with L below the diagonal.
///
/// For the sizes of questionnaires and models (fewer than 60 columns) written here and not taken from LAPACK: it is
/// twenty lines, needs no library on the machine, and repeats bit for bit where an optimised LAPACK differs from
/// processor to processor.
struct Cholesky {
    private let root: Matrix

    /// Undefined where a pivot keeps less than 10⁻¹² of its diagonal element.
    init(_ matrix: Matrix) throws(Undefined) {
        var root = Matrix(repeating: 0, rows: matrix.rows, columns: matrix.rows)
        for column in 0..<matrix.rows {
            var pivot = matrix[column, column]
            for inner in 0..<column { pivot -= root[column, inner] * root[column, inner] }
            guard pivot > 1e-12 * matrix[column, column], pivot.isFinite else { throw .notPositiveDefinite }
            root[column, column] = pivot.squareRoot()
            for row in (column + 1)..<max(matrix.rows, column + 1) {
                var value = matrix[row, column]
                for inner in 0..<column { value -= root[row, inner] * root[column, inner] }
                root[row, column] = value / root[column, column]
            }
        }
        self.root = root
    }

    /// The logarithm of the determinant.
    var logDeterminant: Double {
        (0..<root.rows).reduce(0) { $0 + 2 * Elementary.log(root[$1, $1]) }
    }

    /// x with A·x = b.
    func solve(_ right: [Double]) -> [Double] {
        var x = right
        for row in 0..<root.rows {
            for inner in 0..<row { x[row] -= root[row, inner] * x[inner] }
            x[row] /= root[row, row]
        }
        for row in (0..<root.rows).reversed() {
            for inner in (row + 1)..<max(root.rows, row + 1) { x[row] -= root[inner, row] * x[inner] }
            x[row] /= root[row, row]
        }
        return x
    }

    /// A⁻¹.
    var inverse: Matrix {
        var result = Matrix.identity(root.rows)
        for column in 0..<root.rows {
            let solved = solve(result.column(column))
            for row in 0..<root.rows { result[row, column] = solved[row] }
        }
        return result
    }
}
