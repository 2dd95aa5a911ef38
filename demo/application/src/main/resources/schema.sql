CREATE TABLE IF NOT EXISTS person (
    id   VARCHAR(64) PRIMARY KEY,
    name VARCHAR(255) NOT NULL
);

CREATE TABLE IF NOT EXISTS department (
    id   VARCHAR(64) PRIMARY KEY,
    path VARCHAR(2000) NOT NULL
);

CREATE TABLE IF NOT EXISTS customer (
    id            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version       INTEGER        NOT NULL,
    name          VARCHAR(100)   NOT NULL,
    city          VARCHAR(100)   NOT NULL,
    stage         VARCHAR(16)    NOT NULL,
    amount        NUMERIC(14, 2) NOT NULL,
    region        VARCHAR(16),
    owner_id      VARCHAR(64),
    department_id VARCHAR(64)
);

CREATE INDEX IF NOT EXISTS idx_customer_owner ON customer (owner_id);
CREATE INDEX IF NOT EXISTS idx_customer_department ON customer (department_id, region);
CREATE INDEX IF NOT EXISTS idx_customer_region ON customer (region);
