/** An application as users write them: it knows nothing of the agent but a dependency. */
package io.mapscope.springboot;
