import Terminal

/// How much of a list or a text is above and below what is in sight: «↑3», «↓12», at the right end
/// of two rows.
enum ScrollMarks {
    static func draw(above: Int, below: Int, on frame: inout Frame, top: Int, bottom: Int) {
        if above > 0 {
            frame.putRight("↑\(above)", row: top, before: frame.width - 1, Style(.accent))
        }
        if below > 0 {
            frame.putRight("↓\(below)", row: bottom, before: frame.width - 1, Style(.accent))
        }
    }
}
