# sentences
