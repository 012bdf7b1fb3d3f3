// The source of the object library that carries the precompiled headers of the tests.
