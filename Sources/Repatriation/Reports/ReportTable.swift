/// An official table as numbers. Whatever is a total is the sum of its cells and never counted
/// apart, so that every table foots.
package struct ReportTable: Sendable, Equatable {
    /// A line: what it counts, and how many in each column.
    package struct Row: Sendable, Equatable {
        /// Its code, under that of its section.
        package let item: ReportItem
        /// In words.
        package let label: Bilingual
        /// Of a point, as INM's sheets name it; empty for everything else.
        package var official = ""
        /// How many in each column of ``ReportTable/columns``.
        package var cells: [Int]
        /// How many in the same days of the year before; zero in tables that do not compare.
        package var before = 0

        /// How many in all.
        package var total: Int { cells.reduce(0, +) }
    }

    /// Lines that stand together: of a state, or of a way.
    package struct Section: Sendable, Equatable {
        /// Its code; empty where lines stand alone.
        package let key: String
        /// In words.
        package let label: Bilingual
        /// Its lines, at least one.
        package var rows: [Row]
    }

    /// Which.
    package let kind: ReportKind
    /// Of which days.
    package let period: ReportPeriod
    /// The codes of its columns before the total, with their words.
    package let columns: [(item: ReportItem, label: Bilingual)]
    /// Its lines.
    package let sections: [Section]
    /// Whether the store has something of all the days of the year before.
    package let knowsBefore: Bool
    /// Those who were not asked, where lines are answers or ways.
    package let notAsked: Row
    /// What a public table does not say (``PublicFigures``).
    package var hidden: Set<ReportSpot> = []
    /// The months and years that had not begun when it was made, by their codes: nobody was counted
    /// there, which is not that nobody came.
    package private(set) var ahead: Set<String> = []

    /// Every line but those who were not asked.
    package var rows: [Row] { sections.flatMap(\.rows) }

    /// The sum of some lines, or of a section's.
    package func sum(_ rows: [Row], _ label: Bilingual, in section: String = "") -> Row {
        let item = ReportItem(ReportItem.total.key, in: section)
        var sum = Row(item: item, label: label, cells: columns.map { _ in 0 })
        for row in rows {
            for (column, count) in row.cells.enumerated() { sum.cells[column] += count }
            sum.before += row.before
        }
        return sum
    }

    /// The same of a day: what begins after it has not begun, unless somebody is counted there.
    package func asOf(_ day: CivilDate) -> ReportTable {
        var table = self
        let found = total
        let counted =
            zip(columns, found.cells).filter { $1 != 0 }.map(\.0.item.key)
            + rows.filter { $0.total != 0 }.map(\.item.key)
        table.ahead = period.columns(after: day).subtracting(counted)
        return table
    }

    /// All lines together.
    package var total: Row { sum(rows + [notAsked], Bilingual("Total", "Total")) }

    package static func == (one: ReportTable, other: ReportTable) -> Bool {
        one.kind == other.kind && one.period == other.period && one.sections == other.sections
            && one.notAsked == other.notAsked && one.knowsBefore == other.knowsBefore
            && one.columns.map(\.item) == other.columns.map(\.item) && one.hidden == other.hidden
            && one.ahead == other.ahead
    }
}

extension ReportTable {
    /// From the sums of a period, and for tables that compare from those of the year before.
    ///
    /// `points` are the point catalogue: what stands in a table although nobody came. `before` is
    /// nil where the store has nothing of all those days.
    package init(
        _ kind: ReportKind, _ period: ReportPeriod, points: [ReportPoint], sums: [TallySum],
        before: [TallySum]? = nil
    ) {
        self.init(kind, ReportFrame(period, points, isPublic: false), sums: sums, before: before)
    }

    /// Within a frame.
    package init(
        _ kind: ReportKind, _ frame: ReportFrame, sums: [TallySum], before: [TallySum]? = nil
    ) {
        let (period, shape) = (frame.period, kind.shape)
        let gathered = GatheredSums(shape, frame, sums, before: before ?? [])
        let columns = gathered.columns
        func row(_ item: ReportItem) -> Row {
            Row(
                item: item, label: shape.rows.label(item, frame),
                official: shape.rows.official(item, frame),
                cells: columns.map { gathered.cells[item]?[$0] ?? 0 },
                before: gathered.before[item] ?? 0)
        }
        self.kind = kind
        self.period = period
        knowsBefore = before != nil
        self.columns = columns.map { item in
            (item, shape.columns?.label(item, frame) ?? Bilingual("Total", "Total"))
        }
        var sections: [Section] = []
        for item in gathered.lines {
            if sections.last?.key != item.section {
                let label = shape.rows.label(ofSection: item.section)
                sections.append(Section(key: item.section, label: label, rows: []))
            }
            sections[sections.count - 1].rows.append(row(item))
        }
        self.sections = sections
        notAsked = row(.notAsked)
    }
}

/// The sums of a table by line and column, with what always stands there.
private struct GatheredSums {
    private(set) var cells: [ReportItem: [ReportItem: Int]] = [:]
    private(set) var before: [ReportItem: Int] = [:]
    let columns: [ReportItem]
    let lines: [ReportItem]

    init(
        _ shape: ReportShape, _ frame: ReportFrame, _ sums: [TallySum], before earlier: [TallySum]
    ) {
        var columnsFound: Set<ReportItem> = []
        let all = ReportItem("total")
        for sum in sums where shape.counts(sum) {
            let column = shape.columns.map { $0.item(of: sum, frame) ?? .notAsked } ?? all
            columnsFound.insert(column)
            let line = shape.rows.item(of: sum, frame) ?? .notAsked
            cells[line, default: [:]][column, default: 0] += sum.count
        }
        for sum in earlier where shape.counts(sum) {
            before[shape.rows.item(of: sum, frame) ?? .notAsked, default: 0] += sum.count
        }
        columns =
            shape.columns.map { GatheredSums.order($0.always(frame), columnsFound) } ?? [all]
        let found = Set(cells.keys).union(before.keys).subtracting([.notAsked])
        lines = GatheredSums.grouped(GatheredSums.order(shape.rows.always(frame), found))
    }

    /// What always stands there in its order, then what else was found; those not asked last.
    private static func order(_ always: [ReportItem], _ found: Set<ReportItem>) -> [ReportItem] {
        let known = Set(always)
        return always
            + found.subtracting(known).sorted { left, right in
                (left == .notAsked ? 1 : 0, left.section, left.key)
                    < (right == .notAsked ? 1 : 0, right.section, right.key)
            }
    }

    /// Each section in one piece, states by INEGI's number before ways; lines in their order.
    private static func grouped(_ items: [ReportItem]) -> [ReportItem] {
        func rank(_ section: String) -> (Int, String) {
            section == ReportItem.air ? (2, "") : section.isEmpty ? (1, "") : (0, section)
        }
        return items.enumerated().sorted { left, right in
            let (one, other) = (rank(left.element.section), rank(right.element.section))
            return one == other ? left.offset < right.offset : one < other
        }.map(\.element)
    }
}
