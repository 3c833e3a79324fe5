/** The keys of a catalogue with any sentence as value: what a translation must fill. */
export type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> };
