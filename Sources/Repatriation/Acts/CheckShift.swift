/// What is looked at when a shift begins was looked at: of each line yes, no with a remark, or not
/// checked. It may be repeated while the shift lasts; nobody has to do it before people are
/// received.
package struct CheckShift: PointAct {
    package static let row = ActRow<Self>(
        .checkShift, .queue,
        CheckLine.allCases.flatMap { line in
            [
                Parameter.code(line.rawValue, \.found[answer: line]),
                Parameter.reason(line.remarkName, \.found[remark: line]),
            ]
        })

    package var point = PointCode.none
    /// What was found; what is left out was not checked.
    package var found = ShiftFindings()

    package init() {}

    /// What was found at a point.
    package init(at point: PointCode, _ found: ShiftFindings) {
        self.init(at: point)
        self.found = found
    }

    package func decide(_ context: Context, _ facts: some Facts) throws -> Decision {
        let point = try activePoint(facts)
        guard point.isShiftOpen else { throw Refusal(.shiftClosed) }
        // What is wanting is said, or the next lead looks for it anew.
        for line in found.lines(.no) where found[remark: line] == nil {
            throw Refusal(.missingField, ["field": .string(line.remarkName)])
        }
        var ids = context.ids
        let blank = ShiftCheck(id: ids.next())
        var check = blank
        (check.point, check.at) = (point.code, context.now)
        check.officer = context.officer.id
        check.found = found
        return Decision([Event(.shiftChecked, blank, check)], Checked(found: found), ids: ids)
    }

    private struct Checked: Outcome {
        let found: ShiftFindings

        var members: [String: JSON] {
            func lines(_ answer: CheckAnswer) -> JSON {
                .array(found.lines(answer).map { .string($0.rawValue) })
            }
            return ["no": lines(.no), "unchecked": lines(.unchecked)]
        }
    }
}
