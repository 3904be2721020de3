/// Which children the book shows.
package enum ChildBookSpan: String, Code {
    case open, today, month

    /// As the screen says it.
    package var label: Bilingual {
        switch self {
        case .open: Bilingual("adentro", "inside")
        case .today: Bilingual("hoy", "today")
        case .month: Bilingual("30 días", "30 days")
        }
    }
}

/// A child's line in the book («Libro de NNA»): who was told and when, and to whom the child was handed over.
package struct ChildLine: Sendable, Equatable, Identifiable {
    package let id: Identifier<Reception>
    /// The child.
    package let child: Reception
    /// Years on the day of looking; nil where it is not known.
    package let age: Int?
    /// Where the lane stands.
    package let lanes: LaneState
    /// What the one who came along is to the child; nil for whoever came alone.
    package let with: Kinship?
    /// The second officer of the hand-over, by initials.
    package let second: String?

    /// A line of the book.
    package init(child: Reception, age: Int?, lanes: LaneState, with: Kinship?, second: String?) {
        (id, self.child, self.age, self.lanes, self.with, self.second) = (child.id, child, age, lanes, with, second)
    }

    /// Steps of the child lane whose hour is past, while the child is inside.
    package func late(at now: Instant) -> [LaneLine] {
        child.isInside ? lanes.late(at: now).filter { $0.step.lane == .child } : []
    }
}

/// The book of one point.
package struct ChildBook: Sendable, Equatable {
    /// Whose book.
    package let point: PointCode
    /// Which children.
    package let span: ChildBookSpan
    /// One line a child, the first received first.
    package let lines: [ChildLine]
    /// Children inside by the point's own count, to be equal to the open lines.
    package let counted: Int

    /// A book.
    package init(point: PointCode, span: ChildBookSpan, lines: [ChildLine], counted: Int) {
        (self.point, self.span, self.lines, self.counted) = (point, span, lines, counted)
    }

    /// Lines of children who are inside.
    package var inside: Int { lines.count(where: \.child.isInside) }
}

/// What a desk sees of somebody's lanes.
package struct LaneView: Sendable, Equatable {
    /// The person, as the reader may see them.
    package let person: Reception
    /// Where the lanes stand, as far as the reader may know.
    package let lanes: LaneState
    /// The point's clock.
    package let local: LocalTime

    /// What is seen of one person's lanes.
    package init(person: Reception, lanes: LaneState, local: LocalTime) {
        (self.person, self.lanes, self.local) = (person, lanes, local)
    }
}

extension LaneState {
    /// What somebody who reads these classes may see: who is behind a warrant only those of the lane know, and what was
    /// said of a step as its class allows.
    package func visible(_ classes: Set<FieldClass>) -> LaneState {
        guard classes.contains(.sensitive) else { return .none }
        let shown = lanes.filter { $0.lane != .warrant || classes.contains(.restricted) }
        return LaneState(
            lanes: shown.map { list in
                LaneChecklist(
                    lane: list.lane,
                    lines: list.lines.map { line in
                        LaneLine(
                            step: line.step, doneAt: line.doneAt, dueAt: line.dueAt,
                            tick: line.tick.map { $0.hiding(outside: classes) })
                    })
            }, acta: acta)
    }
}
