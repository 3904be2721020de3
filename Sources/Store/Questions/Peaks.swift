import Repatriation

extension Reading<[Peak]> {
    /// When a point's interview was down to nine answers since a moment, who said so and why; the
    /// one in force has no end.
    package static func peaks(at point: ReceivingPoint, since: Instant) -> Reading {
        Reading { look in try look.peaks(at: point, since: since) }
    }
}

extension Look {
    fileprivate func peaks(at point: ReceivingPoint, since: Instant) throws -> [Peak] {
        var peaks: [Peak] = []
        let zone = try store.zone(point.zone)
        let isReadable = reader.reads(.personal)
        try history(of: point.id.value) { entry throws(StoreError) in
            guard entry.event.kind == .peakSet else { return }
            let values = entry.event.changes.flatMap(\.entries)
            if case .null? = values.first(where: { $0.field == "peakSince" })?.value,
                let last = peaks.indices.last
            {
                if entry.at < since {
                    peaks.removeLast()
                } else {
                    peaks[last].to = zone.local(entry.at)
                }
                return
            }
            guard case .text(let given)? = values.first(where: { $0.field == "peakReason" })?.value
            else { return }
            let reason = isReadable ? given : ReceivingPoint.hidden
            let name = try store.officer(entry.officer)?.short ?? "?"
            if let last = peaks.indices.last, peaks[last].to == nil {
                peaks[last].reason = reason
            } else {
                peaks.append(Peak(from: zone.local(entry.at), to: nil, by: name, reason: reason))
            }
        }
        return peaks
    }
}
