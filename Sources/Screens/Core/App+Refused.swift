import Repatriation
import Terminal

/// What becomes of what was typed, and of the seat, where something is refused.
extension App {
    /// Where text is typed it goes on: it stays in its field.
    mutating func noteRefusal() {
        guard screens.last?.isTyping == false else { return }
        isRefusalUnseen = true
        dropTypedAhead()
    }

    /// What is on the screen now is what whoever types sees.
    package mutating func wasDrawn() { isRefusalUnseen = false }

    /// What was typed for what would have come does not fall on what stands there instead, and that
    /// is said.
    mutating func dropTypedAhead() {
        let meant = waitingKeys.prefix(while: \.actsOnWhatIsShown).count
        guard meant > 0, gate == nil else { return }
        waitingKeys.removeFirst(meant)
        warn(
            Bilingual(
                "Lo que tecleó después no se tomó.", "What you typed after it was not taken."),
            .late)
    }

    /// Whoever was refused a desk does not sit at it: back to the way in.
    mutating func leaveSeat(refused command: Command, _ refusal: Refusal) {
        // A shift that is closed is opened from the seat; every other refusal means another seat.
        // A desk that is opened anew, as from the shift, is not the seat that is being taken.
        guard command == .act(OpenDesk(at: context.point, context.desk, attends: nil)),
            refusal.code != .shiftClosed, refusal.code != .hourAsked, screens.last is QueueScreen
        else { return }
        context.desk = 0
        _ = stack.leaveToFirst()
        isTopNew = true
    }

    /// A warning waits behind those not yet read: keys typed ahead must not wipe the first by the
    /// second.
    mutating func warn(_ words: Bilingual, _ role: Role) {
        let unread = messages.filter { $0.role == .late || $0.role == .critical }
        messages = unread.filter { $0.text != words } + [Said(words, role)]
    }
}
