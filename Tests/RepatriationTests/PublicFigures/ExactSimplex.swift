/// Linear programs over what cannot be negative, solved with whole numbers alone: a tableau whose
/// entries have one denominator, so that every division comes out (Edmonds), and Bland's rule, so
/// that it ends. An overflow traps.
struct ExactSimplex {
    /// One row an equation, its right side last; then the objective.
    private var rows: [[Int]]
    /// The variable of each row; from ``count`` on those that no equation has.
    private var basis: [Int]
    /// Of every entry.
    private var denominator = 1
    private let count: Int
    /// Some point fulfils all equations.
    private(set) var isFeasible = false

    /// Of so many variables: each equation says which ones add up to what.
    init(_ count: Int, _ equations: [(sum: [Int], value: Int)]) {
        self.count = count
        basis = equations.indices.map { count + $0 }
        rows = equations.map { equation in
            var row = Array(repeating: 0, count: count + 1)
            for variable in equation.sum { row[variable] += 1 }
            row[count] = equation.value
            return row
        }
        // What the equations lack, as an objective: the sum of all rows.
        var lack = Array(repeating: 0, count: count + 1)
        for row in rows { for (place, value) in row.enumerated() { lack[place] += value } }
        rows.append(lack)
        while climb() {}
        isFeasible = rows[rows.count - 1][count] == 0
        rows.removeLast()
        dropSpare()
    }

    /// Where the variables stand: numerators, and what they are divided by.
    var point: (values: [Int], denominator: Int) {
        var values = Array(repeating: 0, count: count)
        for (row, variable) in basis.enumerated() { values[variable] = rows[row][count] }
        return (values, denominator)
    }

    /// Goes from corner to corner as long as a sum grows (or shrinks); `isEnough` may end it.
    mutating func move(_ sum: Set<Int>, grows: Bool, until isEnough: (Self) -> Bool) {
        let sign = grows ? 1 : -1
        var objective = Array(repeating: 0, count: count + 1)
        for variable in sum { objective[variable] = sign * denominator }
        for (row, variable) in basis.enumerated() where sum.contains(variable) {
            for place in objective.indices { objective[place] -= sign * rows[row][place] }
        }
        rows.append(objective)
        while climb() {
            if isEnough(self) { break }
        }
        rows.removeLast()
    }

    /// One step to a corner that is no worse; false where there is none. The last row is the
    /// objective: what it would gain by each variable.
    private mutating func climb() -> Bool {
        let last = rows.count - 1
        guard let entering = (0..<count).first(where: { rows[last][$0] > 0 }) else { return false }
        var leaving: Int?
        for row in 0..<last where rows[row][entering] > 0 {
            guard let best = leaving else {
                leaving = row
                continue
            }
            let one = rows[row][count] * rows[best][entering]
            let other = rows[best][count] * rows[row][entering]
            if one < other || one == other && basis[row] < basis[best] { leaving = row }
        }
        guard let leaving else { return false }
        pivot(leaving, entering)
        return true
    }

    private mutating func pivot(_ row: Int, _ column: Int) {
        let (own, by) = (rows[row], rows[row][column])
        for other in rows.indices where other != row {
            let factor = rows[other][column]
            guard factor != 0 || by != denominator else { continue }
            rows[other].withUnsafeMutableBufferPointer { cells in
                for place in cells.indices {
                    cells[place] = (cells[place] * by - factor * own[place]) / denominator
                }
            }
        }
        (basis[row], denominator) = (column, by)
    }

    /// Equations that others imply.
    private mutating func dropSpare() {
        for row in rows.indices.reversed() where basis[row] >= count {
            if let column = (0..<count).first(where: { rows[row][$0] != 0 }) {
                // Nothing stands on its right side: it may be turned.
                if rows[row][column] < 0 { rows[row] = rows[row].map { -$0 } }
                pivot(row, column)
            } else {
                rows.remove(at: row)
                basis.remove(at: row)
            }
        }
    }
}
