package io.mapscope.benchmarks.job;

import java.io.IOException;
import java.util.SplittableRandom;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Full-text search in a Lucene index in memory: of sixteen steps fifteen search for two words and
 * fetch the ten best documents, and one replaces a document; new documents are found after {@value
 * #UPDATES_UNTIL_SEEN} replacements. Low in map operations: a control.
 */
final class TextSearch implements Job {
  private static final int DOCUMENTS = 20_000;
  private static final int WORDS_OF_A_DOCUMENT = 60;
  private static final int VOCABULARY = 5_000;
  private static final int HITS = 10;
  private static final int STEPS_PER_UPDATE = 16;
  private static final int UPDATES_UNTIL_SEEN = 64;
  private static final long SEED = 42;

  private final ByteBuffersDirectory directory = new ByteBuffersDirectory();
  private final IndexWriter writer;
  private final SearcherManager searchers;

  TextSearch() throws IOException {
    writer = new IndexWriter(directory, new IndexWriterConfig(new WhitespaceAnalyzer()));
    final SplittableRandom random = new SplittableRandom(SEED);
    for (int id = 0; id < DOCUMENTS; id++) {
      writer.addDocument(document(id, random));
    }
    writer.commit();
    searchers = new SearcherManager(writer, null);
  }

  private static Document document(int id, SplittableRandom random) {
    final StringBuilder text = new StringBuilder();
    for (int i = 0; i < WORDS_OF_A_DOCUMENT; i++) {
      text.append(word(random)).append(' ');
    }
    final Document document = new Document();
    document.add(new StringField("id", Integer.toString(id), Field.Store.YES));
    document.add(new TextField("text", text.toString(), Field.Store.YES));
    return document;
  }

  /** Low numbers are drawn more often, as few words make up most of a text. */
  private static String word(SplittableRandom random) {
    final double lot = random.nextDouble();
    return "w" + (int) (lot * lot * lot * VOCABULARY);
  }

  @Override
  public Worker worker(SplittableRandom random) {
    return new Searcher(random);
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    writer.close();
    directory.close();
  }

  private final class Searcher implements Worker {
    private final SplittableRandom random;
    private int steps;

    Searcher(SplittableRandom random) {
      this.random = random;
    }

    @Override
    public void step() throws IOException {
      steps++;
      if (steps % STEPS_PER_UPDATE == 0) {
        replace();
      } else {
        search();
      }
    }

    private void replace() throws IOException {
      final int id = random.nextInt(DOCUMENTS);
      writer.updateDocument(new Term("id", Integer.toString(id)), document(id, random));
      if (steps / STEPS_PER_UPDATE % UPDATES_UNTIL_SEEN == 0) {
        searchers.maybeRefresh();
      }
    }

    private void search() throws IOException {
      final BooleanQuery query =
          new BooleanQuery.Builder()
              .add(new TermQuery(new Term("text", word(random))), Occur.SHOULD)
              .add(new TermQuery(new Term("text", word(random))), Occur.SHOULD)
              .build();
      final IndexSearcher searcher = searchers.acquire();
      try {
        for (final ScoreDoc hit : searcher.search(query, HITS).scoreDocs) {
          if (searcher.storedFields().document(hit.doc).get("id") == null) {
            throw new IllegalStateException("document " + hit.doc + " has no id");
          }
        }
      } finally {
        searchers.release(searcher);
      }
    }

    @Override
    public void close() {
      // Holds nothing between steps.
    }
  }
}
