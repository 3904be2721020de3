import Repatriation

/// What is true of somebody, for whoever asks.
package struct Truth: Sendable, Equatable {
    /// What the first questions find; nil is drawn by age and sex.
    package var flags: Set<Flag>?
    /// What a careful officer finds.
    package var nationality = Nationality.accredited
    /// By what; nil is drawn.
    package var proof: Proof?
    /// Answers that are not drawn.
    package var answers: [ProfileField: String] = [:]
    /// How they leave; nil is drawn.
    package var exit: Exit?
    /// Seconds from the start before which nobody lets them go, ``always`` where only an act by
    /// hand does; nil is as soon as they are done.
    package var stays: Int?
    /// What they got back; nil is drawn.
    package var belongings: Belongings?
    /// The name of the adult with whom a child leaves.
    package var family: String?
    /// What they miss and claim; nil is some clothes, where not all came back.
    package var claim: PropertyClaimed?
    /// They say, or look, that they may be under 18, whatever the list says.
    package var isAgeDoubted = false
    /// The sheet of the drawer on which a careful officer gives them their certificate while the
    /// printer is dead, because they leave before it works again.
    package var sheet: String?

    /// No hour of any shift.
    package static let always = Int.max

    /// From its parts.
    package init() {}
}
