#ifndef C_ALLOCATIONS_H
#define C_ALLOCATIONS_H

/// Returns how often this thread has asked for memory so far; always 0 where that can't be counted.
unsigned long allocationCount(void);

#endif
