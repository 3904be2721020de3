/// The first person of a class that may be called.
package struct QueueHead: Sendable, Equatable {
    /// Who.
    package let reception: Identifier<Reception>
    /// Their number.
    package let ticket: Int
    /// Class code.
    package let priority: String
    /// 0 … 2.
    package let tier: Int
    /// Minutes.
    package let target: Int
    /// When they entered the queue.
    package let enteredAt: Instant
    /// Their family, whose waiting members come along.
    package var family: Identifier<Reception>?

    /// The first of a class, without a family.
    package init(
        reception: Identifier<Reception>, ticket: Int, priority: String, tier: Int, target: Int,
        enteredAt: Instant
    ) {
        self.reception = reception
        self.ticket = ticket
        self.priority = priority
        self.tier = tier
        self.target = target
        self.enteredAt = enteredAt
    }
}

/// Who is next and why: protected tiers, then most late against the own target.
package enum QueueRule {
    /// A choice with what decided it.
    package struct Choice: Sendable, Equatable {
        /// Who is next.
        package let head: QueueHead
        /// Whether the share of tier 2 decided.
        package let isShare: Bool
        /// The count of tier 1 calls after this one.
        package let sinceTier2: Int
        /// Why, for staff.
        package let reason: QueueReason
    }

    /// The next of `heads` at `now`; nil when there is none. O(heads).
    ///
    /// The lowest tier goes first. While somebody of tier 2 is past target, every `share`-th call
    /// is tier 2, never ahead of tier 0. Inside a tier the greatest waited ÷ target; ties to the
    /// earlier entry, then the lower ticket.
    package static func next(_ heads: [QueueHead], at now: Instant, sinceTier2: Int, share: Int)
        -> Choice?
    {
        guard let lowest = heads.map(\.tier).min() else { return nil }
        let isLate = heads.contains {
            $0.tier == 2 && now.secondsSince($0.enteredAt) > $0.target * 60
        }
        let isShare = lowest == 1 && isLate && sinceTier2 >= share - 1
        let tier = isShare ? 2 : lowest
        guard let head = heads.filter({ $0.tier == tier }).min(by: { isBefore($0, $1, now) }) else {
            return nil
        }
        let since = tier == 1 ? sinceTier2 + 1 : tier == 2 ? 0 : sinceTier2
        let reason = QueueReason(
            ticket: head.ticket, priority: head.priority, target: head.target,
            waited: now.secondsSince(head.enteredAt), isShare: isShare)
        return Choice(head: head, isShare: isShare, sinceTier2: since, reason: reason)
    }

    /// Whether `left` is called before `right`, both of one tier.
    static func isBefore(_ left: QueueHead, _ right: QueueHead, _ now: Instant) -> Bool {
        // waited ÷ target without dividing; a target of zero is later than any other.
        let leftWaited = now.secondsSince(left.enteredAt)
        let rightWaited = now.secondsSince(right.enteredAt)
        if (left.target == 0) != (right.target == 0) { return left.target == 0 }
        let (a, b) =
            left.target == 0
            ? (leftWaited, rightWaited) : (leftWaited * right.target, rightWaited * left.target)
        if a != b { return a > b }
        return (left.enteredAt, left.ticket) < (right.enteredAt, right.ticket)
    }
}

/// Why somebody is next, as codes and numbers; it speaks in two voices.
package struct QueueReason: Sendable, Equatable {
    /// The person's number.
    package let ticket: Int
    /// Class code.
    package let priority: String
    /// Minutes.
    package let target: Int
    /// Seconds.
    package let waited: Int
    /// Whether the share of tier 2 decided.
    package let isShare: Bool

    /// What decided, with `target` in minutes and `waited` in seconds.
    package init(ticket: Int, priority: String, target: Int, waited: Int, isShare: Bool) {
        self.ticket = ticket
        self.priority = priority
        self.target = target
        self.waited = waited
        self.isShare = isShare
    }

    /// The sentence for staff: «sigue la 198: familia, meta 30 min, vence en 6 min».
    package func staff(_ language: Language) -> String {
        let label = PriorityLabel.staff(priority)(language)
        let left = target - waited / 60
        let due =
            left > 0
            ? Bilingual("vence en \(left.span)", "due in \(left.span)")
            : target == 0
                ? Bilingual("ya", "now")
                : Bilingual("venció hace \((-left).span)", "due \((-left).span) ago")
        let share =
            isShare
            ? Bilingual(
                ", le toca por reparto de la espera", ", by the share of those who waited long")
            : nil
        let opening = language("Sigue la \(ticket): \(label)", "Next is \(ticket): \(label)")
        return
            """
            \(opening), \(language("meta", "target")) \(target) min, \
            \(due(language))\(share?(language) ?? "")
            """
    }

    /// What a wall, a slip or a paper may say.
    package func `public`(_ language: Language) -> String {
        let isOrder = priority == "general" || isShare
        return
            (isOrder
            ? Bilingual("orden de llegada", "order of arrival")
            : Bilingual("prioridad", "priority"))(
                language)
    }
}
