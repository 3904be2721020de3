/// The book of a point's children.
package struct ChildBookOf: Query {
    package typealias Answer = ChildBook
    /// Which point.
    package let point: PointCode
    /// Which children.
    package let span: ChildBookSpan

    /// The book of one point.
    package init(_ point: PointCode, _ span: ChildBookSpan) {
        (self.point, self.span) = (point, span)
    }

    package var leavesTrace: Bool { true }
}

/// Which children the book shows.
package enum ChildBookSpan: String, Code { case open, today, month }

/// A child's line in the book («Libro de NNA»): who was told and when, and to whom the child was
/// handed over.
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
        (id, self.child, self.age, self.lanes, self.with, self.second) = (
            child.id, child, age, lanes, with, second
        )
    }

    /// Steps of the child lane whose hour is past, while the child is inside.
    package func late(at now: Instant) -> [LaneLine] {
        child.isInside ? lanes.late(at: now).filter { $0.step.lane == .child } : []
    }
}

extension Reception {
    /// Whether somebody stands in the book: whoever was decided to be an adult stays in that of the
    /// day.
    package func isInBook(on day: CivilDate) -> Bool {
        isChild(on: receivedDay ?? day) || ageSource != nil
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

    /// Lines of children who are inside, as the point counts them.
    package var inside: Int {
        lines.count { line in
            line.child.isInside && line.child.receivedDay.map { line.child.isChild(on: $0) } == true
        }
    }

    /// Those of them whose age nobody has settled.
    package var unsettled: Int {
        lines.count { line in
            line.child.isInside
                && line.child.receivedDay.map { line.child.protection(on: $0) == .unsettled }
                    == true
        }
    }
}
