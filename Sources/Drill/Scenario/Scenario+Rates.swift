import Repatriation

extension Scenario {
    /// Groups that come to a point day after day, drawn.
    package struct Rate: Sendable, Equatable {
        /// Where.
        package let point: PointCode
        /// How many people on a mean day.
        package var daily = 0
        /// Where colleagues sit; empty is as at any other point.
        package var desks: [Int] = []
        /// How they come, each by its weight.
        package var modes: [Mode: Int] = [.bus: 1]
        /// Who hands over, each by its weight.
        package var authorities: [Authority: Int] = [.ice: 1]
        /// How many of a thousand groups come between 22:00 and 05:00.
        package var atNight = 0
    }

    /// How often something is so that nobody wrote, in thousandths, of people who are drawn.
    package struct Chances: Sendable, Equatable {
        /// They came before, where somebody has left this practice for long enough.
        package var repeats = 0
        /// On the list, and not handed over.
        package var absent = 0
        /// Counted at the line, and gone before they are called.
        package var gone = 0
        /// Handed over, and on no list.
        package var offList = 0
        /// They do not come when they are called.
        package var notPresent = 0
        /// They want a shelter, and are sent to one.
        package var sheltered = 0
        /// Their group gets water and food.
        package var helped = 0

        /// As written: nothing of it.
        package init() {}
    }
}
