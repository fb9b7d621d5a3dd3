/** A reference is how people speak of a thing in a meeting: R3, A14. It never changes and is never used again. */
export const recommendationRef = (id: number): string => `R${id}`
export const actionRef = (id: number): string => `A${id}`
