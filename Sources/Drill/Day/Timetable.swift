import Repatriation

/// What is to be done at which moment, in the order of the moments; equal ones in the order of
/// adding. A binary heap: O(log n).
struct Timetable<Task> {
    private var heap: [(at: Instant, order: Int, task: Task)] = []
    private var added = 0

    mutating func add(_ at: Instant, _ task: Task) {
        heap.append((at, added, task))
        added += 1
        var child = heap.count - 1
        while child > 0, isBefore(child, (child - 1) / 2) {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    /// The first that is due by a moment.
    mutating func take(by now: Instant) -> (at: Instant, task: Task)? {
        guard let first = heap.first, first.at <= now else { return nil }
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
        var parent = 0
        while true {
            let children = [2 * parent + 1, 2 * parent + 2].filter { $0 < heap.count }
            guard let least = children.min(by: isBefore), isBefore(least, parent) else { break }
            heap.swapAt(least, parent)
            parent = least
        }
        return (first.at, first.task)
    }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        (heap[left].at, heap[left].order) < (heap[right].at, heap[right].order)
    }
}

extension Array {
    /// The place of the first that something is true of, where it is true of all after it as well;
    /// the count where there is none. O(log n).
    func firstPlace(where isReached: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isReached(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
