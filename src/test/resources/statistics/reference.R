# Makes the reference tables in this folder with R and its package survival. Run here: Rscript reference.R
library(survival)

# survfit stops as soon as a round moves the curve by less than 5e-5, and leaps ahead every fifth round; on the way it can
# end up beside the maximum. The same function without the leaps and with a smaller number makes the column `after`, which
# we compare with to 1e-4; what survfit says as it is shipped stands beside it.
text <- deparse(survival:::survfitTurnbull)
text <- sub("5e-05", "1e-9", sub("if (TRUE)", "if (FALSE)", text, fixed = TRUE), fixed = TRUE)
exact <- eval(parse(text = text), envir = asNamespace("survival"))
shipped <- survival:::survfitTurnbull

# Where everything was looked at once the estimate is an isotonic regression (Groeneboom and Wellner 1992, §II.1.1), which
# is exact after finitely many steps, while survfit creeps: its intervals with nothing in them empty ever more slowly.
isotonic <- function(rows) {
    ended <- rows$kind == "ended"
    looked <- ifelse(ended, rows$most, rows$least)
    order <- order(looked, !ended)
    share <- isoreg(as.numeric(ended[order]))$yf
    falls <- diff(c(0, share)) > 1e-9
    data.frame(day = looked[order][falls], after = 1 - share[falls])
}

for (file in list.files(pattern = "-input[.]csv$")) {
    data <- read.csv(file)
    rows <- data[rep(seq_len(nrow(data)), data$count), ]
    # Our bounds are whole days, both included; R's intervals do not include their lower end.
    # Everything is moved by one day, since R knows no day before 0.
    left <- ifelse(rows$kind == "lasting", rows$least, rows$least - 1) + 1
    right <- rows$most + 1
    once <- !is.na(rows$most) & rows$least == rows$most
    left[once] <- right[once]
    curve <- function(fit) {
        y <- Surv(left, right, type = "interval2")
        found <- if (all(is.na(right) | once)) {
            survfit(Surv(ifelse(is.na(right), left, right), !is.na(right)) ~ 1)
        } else {
            fit(factor(rep(1, length(left))), y, rep(1, length(left)), conf.type = "none")
        }
        falls <- found$n.event > 1e-9
        data.frame(day = found$time[falls] - 1, after = found$surv[falls])
    }
    looked.once <- all(ifelse(rows$kind == "ended", rows$least == 0 & rows$most > 0, TRUE))
    tight <- if (looked.once) isotonic(rows) else curve(exact)
    loose <- curve(shipped)
    tight$shipped <- sapply(tight$day, function(day) tail(c(1, loose$after[loose$day <= day]), 1))
    tight$day <- round(tight$day, 6)
    tight$after <- sprintf("%.8f", tight$after)
    tight$shipped <- sprintf("%.8f", tight$shipped)
    write.csv(tight, sub("-input", "-curve", file), row.names = FALSE, quote = FALSE, eol = "\n")
}
cat(R.version.string, "survival", as.character(packageVersion("survival")), "\n")

# Wilson's interval, for shares
counts <- data.frame(count = c(0, 1, 3, 5, 7, 10, 450, 999999), of = c(5, 5, 6, 5, 10, 61, 1000, 1000000))
bounds <- mapply(function(x, n) suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int, counts$count, counts$of)
table <- cbind(counts, low = sprintf("%.10f", bounds[1, ]), high = sprintf("%.10f", bounds[2, ]))
write.csv(format(table, scientific = FALSE, trim = TRUE), "wilson.csv", row.names = FALSE, quote = FALSE, eol = "\n")
