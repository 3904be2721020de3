import Repatriation

/// How an officer wants their board: in which order, of which points, with which columns, and
/// whether it rings. Kept for the account that they use it from.
package struct BoardSetting: Sendable, Equatable {
    /// What stands first.
    package enum Order: String, Sendable, CaseIterable {
        case catalogue, waiting, longest, inside, alerts

        var label: Bilingual {
            switch self {
            case .catalogue: Bilingual("orden del catálogo", "order of the catalogue")
            case .waiting: Bilingual("más en espera", "most waiting")
            case .longest: Bilingual("mayor espera", "longest wait")
            case .inside: Bilingual("más adentro", "most inside")
            case .alerts: Bilingual("más avisos", "most alerts")
            }
        }
    }

    /// Their boards do not ring.
    package var isMuted = false
    /// What stands first.
    package var order = Order.catalogue
    /// Points without a shift and without anybody are left out.
    package var onlyBusy = false
    /// Columns that are left out, by name.
    package var hidden: Set<String> = []

    /// As it comes.
    package init() {}

    /// One line of the file that keeps it.
    package var text: String {
        let parts: [String?] = [
            isMuted ? "muted" : nil, order == .catalogue ? nil : "order=\(order.rawValue)",
            onlyBusy ? "busy" : nil,
            hidden.isEmpty ? nil : "hidden=\(hidden.sorted().joined(separator: ","))",
        ]
        return parts.compactMap { $0 }.joined(separator: " ")
    }

    /// What such a line says; what it does not understand is as it comes.
    package init(text: String) {
        for part in text.split(separator: " ") {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            switch pair.first {
            case "muted": isMuted = true
            case "busy": onlyBusy = true
            case "order": order = pair.last.flatMap(Order.init) ?? order
            case "hidden":
                let names = pair.count == 2 ? pair[1].split(separator: ",").map(String.init) : []
                hidden = Set(names).intersection(BoardColumns.canBeHidden)
            default: break
            }
        }
    }

    /// The points as they are wanted; those that are equal stand as in the catalogue.
    func rows(of board: Board) -> [BoardRow] {
        let shown =
            onlyBusy ? board.rows.filter { $0.isShiftOpen || $0.inside > 0 } : board.rows
        let weights = shown.map { weight(of: $0, board) }
        return zip(shown, weights).enumerated().sorted {
            ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
        }.map(\.element.0)
    }

    private func weight(of row: BoardRow, _ board: Board) -> Int {
        switch order {
        case .catalogue: 0
        case .waiting: row.waiting
        case .longest: row.longestWait ?? -1
        case .inside: row.inside
        case .alerts: board.alerts.count { $0.point == row.point }
        }
    }
}
