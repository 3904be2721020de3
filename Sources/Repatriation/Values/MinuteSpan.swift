extension Int {
    /// So many minutes in the words of whoever waits for them: `53 min`, `6:00 h`, `6 d`.
    var span: String {
        guard self >= 60 else { return "\(self) min" }
        guard self < 4 * 1440 else { return "\(self / 1440) d" }
        return "\(self / 60):\(padded(self % 60, 2)) h"
    }
}
